/* What a Cortex-M3 starts with. The emulator has filled its memory, and does the work of its C library's files and exit. */
#include <stdlib.h>

extern void initialise_monitor_handles(void);
extern int main(void);
extern unsigned stack_end;

static void reset(void)
{
    initialise_monitor_handles();
    exit(main());
}

static void fault(void)
{
    exit(99);
}

void _init(void)
{
}

void _fini(void)
{
}

__attribute__((section(".vectors"), used)) static void (*const vectors[])(void) = {
    (void (*)(void))&stack_end, reset, fault, fault, fault, fault, fault,
};
