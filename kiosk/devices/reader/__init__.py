"""Reading papers: pictures in, what is printed on them out."""
