namespace Tiny.Nn.Tabular.Settings;

/// <summary>How much work is put into a model whose networks nobody describes.</summary>
public enum Effort
{
    /// <summary>The one network that the recipe describes.</summary>
    None,

    /// <summary>One small network, in a moment.</summary>
    Quick,

    /// <summary>Bags of networks of strong recipes, in seconds.</summary>
    Normal,

    /// <summary>Bags of a dozen different recipes, blended, in minutes.</summary>
    High,
}
