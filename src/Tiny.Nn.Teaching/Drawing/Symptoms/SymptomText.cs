namespace Tiny.Nn.Teaching.Drawing.Symptoms;

/// <summary>A symptom in words.</summary>
/// <param name="Title">What is wrong.</param>
/// <param name="Evidence">What it is seen by.</param>
/// <param name="Advice">What to try.</param>
internal sealed record SymptomText(string Title, string Evidence, string Advice);
