namespace Sovia.Import.Json;

/// <summary>What to do with a value that begins at a place.</summary>
internal enum JsonValueAction
{
    /// <summary>Step over it unread.</summary>
    Skip,

    /// <summary>Go into it; its members are asked about in turn.</summary>
    Enter,

    /// <summary>Read it whole: it is an item.</summary>
    ReadItem,

    /// <summary>Ask again with a look at what it begins with.</summary>
    Peek,
}
