/* A maker's driver in small: reads CUPS raster and writes a language of its own. Before the card it
 * tries whatever a driver might do that it must not, and prints what the kernel said to it.
 * Arguments as of any CUPS filter: job user title copies options; an option is what to do besides. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

extern char **environ;

static void told(const char *what, long result)
{
    printf("%s %s\n", what, result < 0 ? strerrorname_np(errno) : "done");
}

static void create(const char *what, const char *path)
{
    told(what, open(path, O_CREAT | O_WRONLY, 0666));
}

static void shell(void)
{
    char *words[] = {"/bin/sh", "-c", "echo a shell", NULL};
    told("exec", execve("/bin/sh", words, environ));
}

static void child(void)
{
    pid_t made = fork();
    if (made == 0)
        _exit(0);
    told("fork", made);
}

static void mischief(const char *mine)
{
    create("create in /tmp", "/tmp/kiosk-driver-was-here");
    create("create here", "kiosk-driver-was-here");
    create("create in memory", "/dev/shm/kiosk-driver-was-here");
    told("write", open(mine, O_WRONLY | O_APPEND));
    told("mkdir", mkdir("/tmp/kiosk-driver-was-here", 0777));
    told("read", open("/etc/passwd", O_RDONLY));
    told("inet", socket(AF_INET, SOCK_STREAM, 0));
    told("unix", socket(AF_UNIX, SOCK_STREAM, 0));
    told("attribute", chmod(mine, 0600));
    told("kill", kill(getppid(), 0));
    child();
    shell();
}

static void manner(char **words)
{
    struct rlimit core, size;
    getrlimit(RLIMIT_CORE, &core);
    getrlimit(RLIMIT_FSIZE, &size);
    printf("arguments %s %s %s %s\n", words[0], words[1], words[2], words[3]);
    printf("core %d size %d\n", (int)core.rlim_max, (int)size.rlim_max);
    printf("home %s\n", getenv("HOME") ? "known" : "unknown");
    FILE *description = fopen(getenv("PPD"), "r");
    char line[64] = "";
    if (description && fgets(line, sizeof line, description))
        printf("description %s", line);
    int highest = 0;
    for (int one = 0; one < 256; one++)
        if (fcntl(one, F_GETFD) >= 0 && (!description || one != fileno(description)))
            highest = one;
    printf("highest descriptor %d\n", highest);
}

static int whole(void *into, size_t length)
{
    return fread(into, 1, length, stdin) == length;
}

static uint32_t number(const unsigned char *header, int offset)
{
    uint32_t found;
    memcpy(&found, header + offset, sizeof found);
    return found;
}

static void pages(void)
{
    unsigned char header[1796];
    while (whole(header, sizeof header)) {
        uint32_t height = number(header, 376), line = number(header, 392);
        unsigned char *pixels = malloc((size_t)height * line);
        if (!whole(pixels, (size_t)height * line))
            break;
        printf("page %u %u %u\n", number(header, 372), height, line);
        fwrite(pixels, 1, (size_t)height * line, stdout);
    }
}

int main(int count, char **words)
{
    uint32_t sync = 0;
    if (count != 6 || !whole(&sync, sizeof sync) || sync != 0x52615333)
        return 1;
    const char *option = words[5];
    if (!strncmp(option, "mischief=", 9))
        mischief(option + 9);
    if (!strcmp(option, "manner"))
        manner(words);
    fprintf(stderr, "INFO: a card\nSTATE: +media-low-report\n");
    pages();
    if (!strcmp(option, "jam"))
        fprintf(stderr, "STATE: +media-jam-error\n");
    fflush(stdout);
    if (!strcmp(option, "hang"))
        for (;;)
            pause();
    return 0;
}
