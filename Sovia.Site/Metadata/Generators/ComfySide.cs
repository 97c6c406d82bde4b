namespace Sovia.Metadata.Generators;

/// <summary>The side of the prompt that an input belongs to.</summary>
internal enum ComfySide
{
    /// <summary>The name indicates no side.</summary>
    Either,

    /// <summary>The prompt.</summary>
    Positive,

    /// <summary>The negative prompt.</summary>
    Negative,
}
