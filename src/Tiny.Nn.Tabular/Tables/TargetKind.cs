namespace Tiny.Nn.Tabular.Tables;

/// <summary>What is to be predicted.</summary>
public enum TargetKind
{
    /// <summary>One of several classes.</summary>
    Classification,

    /// <summary>A number.</summary>
    Regression,
}
