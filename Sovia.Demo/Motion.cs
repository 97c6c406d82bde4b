namespace Sovia.Demo;

/// <summary>What moves in a clip.</summary>
internal enum Motion
{
    /// <summary>The camera comes nearer.</summary>
    ZoomIn,

    /// <summary>The camera draws back.</summary>
    ZoomOut,

    /// <summary>The camera goes to the right.</summary>
    PanRight,

    /// <summary>The camera goes to the left.</summary>
    PanLeft,

    /// <summary>The camera rises.</summary>
    PanUp,

    /// <summary>The colours go once around and come back.</summary>
    CycleHue,

    /// <summary>The light swells and fades.</summary>
    Pulse,

    /// <summary>Colour comes into a grey picture.</summary>
    FadeInColour,
}
