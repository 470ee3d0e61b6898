"""Names in every script that tests try, and the bundled fonts to set them with."""

from kiosk.assets import FONTS
from kiosk.formats.lettering import Lettering

LETTERING = Lettering(FONTS)
NAMES = {
    "Latin": "Nguyễn-Wójcik, María Guadalupe",
    "Cyrillic": "Григоренко-Щербак, Соломія",
    "Greek": "Παπαδοπούλου, Ελένη",
    "Arabic": "الحسن، ليلى نور",
    "Persian": "محمد علی‌زاده",
    "Hebrew": "כהן, דוד",
    "Devanagari": "क्षत्रिय-श्रीवास्तव, विद्यार्थी",
    "Bengali": "বন্দ্যোপাধ্যায়, শ্রীলেখা",
    "Tamil": "சுப்பிரமணியன், லட்சுமி",
    "Telugu": "వెంకటేశ్వర్లు",
    "Kannada": "ಶ್ರೀನಿವಾಸ",
    "Malayalam": "കൃഷ്ണൻകുട്ടി",
    "Gujarati": "શાહ, પ્રિયંકા",
    "Gurmukhi": "ਸਿੰਘ, ਹਰਪ੍ਰੀਤ",
    "Sinhala": "ශ්‍රී ජයවර්ධන",
    "Thai": "ศิริวัฒน์วงศ์ชัยกุล, ณัฐฐิ์ธนัญญ์",
    "Lao": "ພົມມະຈັນ",
    "Khmer": "សុខ ស្រីមុំ",
    "Burmese": "ဒေါ်အောင်ဆန်းစုကြည်",
    "Ethiopic": "ወልደሥላሴ, ገብረእግዚአብሔር",
    "Georgian": "ბერიძე, ნინო",
    "Armenian": "Պետրոսյան, Անի",
    "Tibetan": "བསྟན་འཛིན",
    "Chinese": "欧阳小明",
    "Japanese": "﨑山 𠮷髙 さくら",
    "Korean": "김철수",
    "Cherokee": "ᏍᏏᏉᏯ",
    "Inuktitut": "ᐊᒡᓘᒃᑲᖅ",
    "Tifinagh": "ⵎⴰⵙⵉⵏⵉⵙⵙⴰ",
    "Thaana": "އަޙްމަދު",
    "Mongolian": "ᠮᠣᠩᠭᠣᠯ",
    "Syriac": "ܝܘܚܢܢ",
    "NKo": "ߞߊ߲ߕߋ",
    "Adlam": "𞤀𞤣𞤤𞤢𞤥",
}
