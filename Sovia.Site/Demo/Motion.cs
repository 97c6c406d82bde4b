namespace Sovia.Demo;

/// <summary>What moves in a clip.</summary>
internal enum Motion
{
    /// <summary>The camera comes nearer.</summary>
    Near,

    /// <summary>The camera draws back.</summary>
    Away,

    /// <summary>The camera goes to the right.</summary>
    Right,

    /// <summary>The camera goes to the left.</summary>
    Left,

    /// <summary>The camera rises.</summary>
    Up,

    /// <summary>The colours go once around and come back.</summary>
    Hues,

    /// <summary>The light swells and fades.</summary>
    Breath,

    /// <summary>Colour comes into a grey picture.</summary>
    Dawn,
}
