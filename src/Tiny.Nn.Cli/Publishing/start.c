/*
 * What runs before the native command. The linker has __wrap_main called where main would be, and calls main __real_main.
 */
#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

int __real_main(int argc, char **argv);

/*
 * A standard stream that the caller closed stays one that cannot be used: else the first file that the runtime opens would get its number. What is
 * open the wrong way gives the same error, EBADF, as what is closed.
 */
static void hold_closed_streams(void)
{
    for (int stream = STDIN_FILENO; stream <= STDERR_FILENO; stream++) {
        if (fcntl(stream, F_GETFD) == -1 && errno == EBADF) {
            open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY);
        }
    }
}

#ifdef __x86_64__

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* EX_UNAVAILABLE of sysexits.h. */
enum { UNSUPPORTED_PROCESSOR = 69 };

static const char wide_program[] = "avx512/tinynn";

/* The program is compiled for x86-64-v3, and would end by an illegal instruction. */
static int is_too_old(void)
{
    return !__builtin_cpu_supports("avx2") || !__builtin_cpu_supports("fma") || !__builtin_cpu_supports("bmi2");
}

/* Processors with the last one do not slow down for wide instructions: the runtime uses 512 bits on the same ones. */
static int has_fast_avx512(void)
{
    return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512cd")
        && __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512vbmi");
}

/* The runtime's own switch. */
static int may_use_avx512(void)
{
    const char *value = getenv("DOTNET_EnableAVX512");
    return value == NULL || strcmp(value, "0") != 0;
}

/* The same command compiled for AVX-512, with the same results, takes over. Comes back only where there is none. */
static void start_wide_program(char **argv)
{
    char path[PATH_MAX + sizeof wide_program];
    ssize_t length = readlink("/proc/self/exe", path, PATH_MAX);
    if (length <= 0 || length >= PATH_MAX) {
        return;
    }
    path[length] = '\0';
    strcpy(strrchr(path, '/') + 1, wide_program);
    execv(path, argv);
}

int __wrap_main(int argc, char **argv)
{
    hold_closed_streams();
    if (is_too_old()) {
        fputs("error: This tinynn needs a processor with AVX2 (x86-64-v3), and this one has none.\n"
              "  at: the native program\n"
              "  try: Run it on .NET, which suits any processor: publish it with -p:PublishAot=false.\n",
              stderr);
        return UNSUPPORTED_PROCESSOR;
    }
    if (has_fast_avx512() && may_use_avx512()) {
        start_wide_program(argv);
    }
    return __real_main(argc, argv);
}

#else

int __wrap_main(int argc, char **argv)
{
    hold_closed_streams();
    return __real_main(argc, argv);
}

#endif
