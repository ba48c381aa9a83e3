using Service;
using Tiny.Nn.Tabular.Files;

try
{
    await PredictionService.Create(args).RunAsync();
    return 0;
}
catch (Exception fault) when (fault is FileNotFoundException or ModelFormatException)
{
    await Console.Error.WriteLineAsync(fault.Message);
    return 1;
}
