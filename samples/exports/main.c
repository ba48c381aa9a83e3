/* The loop of a small machine: read the sensors, ask the model, act. Here a line of numbers on stdin is a reading. */
#include <stdio.h>

#include "flower.h"

static int read_sensors(flower_row *row)
{
    float a, b, c, d;
    if (scanf("%f,%f,%f,%f", &a, &b, &c, &d) != 4) {
        return 0;
    }
    row->sepal_length = a;
    row->sepal_width = b;
    row->petal_length = c;
    row->petal_width = d;
    return 1;
}

int main(void)
{
    flower_row row;
    flower_real p[3];
    while (read_sensors(&row)) {
        const int kind = flower_predict(&row, p);
        printf("%s %.4f\n", flower_names[kind], (double)p[kind]);
    }
    return 0;
}
