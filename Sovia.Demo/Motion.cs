namespace Sovia.Demo;

/// <summary>The motion of a video.</summary>
internal enum Motion
{
    /// <summary>The camera zooms in.</summary>
    ZoomIn,

    /// <summary>The camera zooms out.</summary>
    ZoomOut,

    /// <summary>The camera moves to the right.</summary>
    PanRight,

    /// <summary>The camera moves to the left.</summary>
    PanLeft,

    /// <summary>The camera moves up.</summary>
    PanUp,

    /// <summary>The hues rotate once through the full circle.</summary>
    CycleHue,

    /// <summary>The light brightens and fades.</summary>
    Pulse,

    /// <summary>A grey image gains colour.</summary>
    FadeInColour,
}
