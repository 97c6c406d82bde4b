namespace Sovia.Demo.Art;

/// <summary>An animal with origami facets.</summary>
internal enum Animal
{
    /// <summary>A fox's head, from the front.</summary>
    Fox,

    /// <summary>An owl, from the front.</summary>
    Owl,

    /// <summary>A whale, from the side.</summary>
    Whale,
}
