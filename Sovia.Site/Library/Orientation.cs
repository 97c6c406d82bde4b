namespace Sovia.Library;

/// <summary>The orientation of an image or video.</summary>
public enum Orientation
{
    /// <summary>Taller than wide.</summary>
    Portrait,

    /// <summary>Wider than tall.</summary>
    Landscape,

    /// <summary>As wide as tall.</summary>
    Square,
}
