namespace Sovia.Import.Json;

/// <summary>The action for the value at a path pattern.</summary>
internal enum JsonValueAction
{
    /// <summary>Skip the value unread.</summary>
    Skip,

    /// <summary>Enter the value and decide on each of its members.</summary>
    Enter,

    /// <summary>Read the whole value as an item.</summary>
    ReadItem,

    /// <summary>Decide again with the outline of the value.</summary>
    Peek,
}
