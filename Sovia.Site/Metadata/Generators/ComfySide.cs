namespace Sovia.Metadata.Generators;

/// <summary>Which side of a picture's making an input belongs to.</summary>
internal enum ComfySide
{
    /// <summary>The name does not say.</summary>
    Either,

    /// <summary>What was asked for.</summary>
    Positive,

    /// <summary>What was not wanted.</summary>
    Negative,
}
