/* What an AVR needs to tell of a self-test: a serial line, and how much memory was ever used. */
#include <avr/interrupt.h>
#include <avr/io.h>
#include <avr/sleep.h>
#include <stdint.h>
#include <stdio.h>

#define UNUSED 0xA5

int self_test(void);

extern uint8_t __bss_end;

static int put(char letter, FILE *stream)
{
    (void)stream;
    while (!(UCSR0A & (1 << UDRE0))) {
    }
    UDR0 = (uint8_t)letter;
    return 0;
}

static FILE serial = FDEV_SETUP_STREAM(put, NULL, _FDEV_SETUP_WRITE);

/* Before main: what has another value later was used by the stack. */
static void paint(void) __attribute__((naked, used, section(".init3")));
static void paint(void)
{
    uint8_t *p = &__bss_end;
    while (p < (uint8_t *)SP) {
        *p++ = UNUSED;
    }
}

int main(void)
{
    const uint8_t *p = &__bss_end;
    int code;
    UCSR0B = 1 << TXEN0;
    stdout = &serial;
    code = self_test();
    while (*p == UNUSED) {
        p++;
    }
    printf("exit code %d, %u bytes of memory\n", code, RAMEND + 1u - RAMSTART - (unsigned)(p - &__bss_end));

    /* The emulator ends where nothing can wake the processor. */
    cli();
    sleep_enable();
    sleep_cpu();
    return 0;
}
