using Tiny.Nn.Tabular.Exports.Plans;

namespace Tiny.Nn.Tabular.Exports.Writers.CSharp;

// The proof that a file carries.
internal sealed partial class CSharpWriter
{
    private void WriteSelfTest()
    {
        Code.Line("/// <summary>Asks for rows whose answers the engine gave when this file was written.</summary>");
        Code.Line("/// <returns>The largest difference; 0 where all bits are the same.</returns>");
        Code.Block(
            "public static double SelfTest()\n{",
            "}\n",
            () =>
            {
                Code.Line($"{type} model = new();\ndouble worst = 0;");
                foreach (Probe probe in Plan.Probes)
                {
                    Code.Line($"// {ExportText.Comment(probe.About)}");
                    string cells = string.Join(
                        ", ",
                        properties
                            .Zip(probe.Cells, (property, cell) => (property, cell))
                            .Index()
                            .Where(one => one.Item.cell is not null)
                            .Select(one => $"{one.Item.property} = {Cell(Plan.Columns[one.Index], one.Item.cell!)}")
                    );
                    string answer = string.Join(", ", probe.Answer.Select(Number));
                    Code.Line($"model.Check(new {type}Row {{ {cells} }}, [{answer}], {probe.Chosen}, ref worst);");
                }
                Code.Line("return worst;");
            }
        );
        Code.Block(
            $"private void Check(in {type}Row row, ReadOnlySpan<double> expected, int chosen, ref double worst)\n{{",
            "}\n",
            () =>
            {
                Code.Line("Run(row);");
                Code.Block(
                    "for (int i = 0; i < expected.Length; i++)\n{",
                    "}",
                    () =>
                        Code.Line(
                            "double difference = Math.Abs(answer[i] - expected[i]);\nworst = difference <= worst ? worst : difference;"
                        )
                );
                Code.Line(
                    Plan.Answer is ClassAnswer ? "worst = Choose() == chosen ? worst : double.NaN;" : "_ = chosen;"
                );
            }
        );
    }

    private static string Cell(Column column, object cell) =>
        cell switch
        {
            string text => ExportText.Quote(text),
            double days when column is DateColumn =>
                $"DateTime.UnixEpoch.AddTicks({(long)Math.Round(days * TimeSpan.TicksPerDay)})",
            double number => Number(number),
            _ => throw new InvalidOperationException($"There is no text for a {cell.GetType().Name}."),
        };
}
