namespace Sovia.Library;

/// <summary>Which way a picture lies.</summary>
public enum Orientation
{
    /// <summary>Higher than wide.</summary>
    Portrait,

    /// <summary>Wider than high.</summary>
    Landscape,

    /// <summary>As wide as high.</summary>
    Square,
}
