/*
 * What runs before the command: the program is compiled for x86-64-v3 and would end by an illegal instruction on a processor without AVX2; where the
 * processor has AVX-512, the same command compiled for that (avx512/tinynn beside this file) takes over. Both give the same bits.
 */
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* EX_UNAVAILABLE of sysexits.h. */
enum { UNSUPPORTED_PROCESSOR = 69 };

static const char wide_program[] = "avx512/tinynn";

int __real_main(int argc, char **argv);

static int has_avx2(void)
{
    return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") && __builtin_cpu_supports("bmi2");
}

/* Those with the last one do not slow down for wide instructions: the runtime uses 512 bits on the same processors. */
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

/* Comes back only where there is no such program. */
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
    if (!has_avx2()) {
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
