namespace Tiny.Nn.Tabular.Exports.Writers.C;

/// <summary>The program that a file of C is with -DSELF_TEST.</summary>
internal static class CTextOfTest
{
    /// <summary>{0}: the name of the model; {1}: how many numbers an answer has.</summary>
    internal const string Main = """
        /* Without EXACT cells are scaled in float, so that answers differ a little from those of the model. */
        int main(void)
        {
            const int count = (int)(sizeof probes / sizeof *probes);
            double worst = 0;
            int faults = 0, row, i;
            for (row = 0; row < count; row++) {
                {0}_real answer[{1}];
                run(&probes[row], answer);
                for (i = 0; i < {1}; i++) {
                    const double expected = (double)answers[row][i];
                    const double difference = fabs((double)answer[i] - expected);
        #ifdef EXACT
                    faults += memcmp(&answer[i], &answers[row][i], sizeof answer[i]) != 0;
        #else
                    faults += !(difference <= 1e-3 * (1 + fabs(expected)));
        #endif
                    worst = difference > worst ? difference : worst;
                }
            }
            printf("%d rows, %d wrong numbers, largest difference %.3g\n", count, faults, worst);
            return faults != 0;
        }
        """;
}
