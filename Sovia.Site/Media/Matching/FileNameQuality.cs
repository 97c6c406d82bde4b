namespace Sovia.Media.Matching;

/// <summary>What a file's name says of how near it is to its post's original, nearest first.</summary>
internal enum FileNameQuality
{
    /// <summary>It is called by its post's id, or lies at the place of its address.</summary>
    Exact,

    /// <summary>Its name says nothing against it: <c>grok-video-{id}</c>, or a second download, <c>{id} (1)</c>.</summary>
    Plain,

    /// <summary>Something was added to the name, as programs do that enlarge or edit: <c>{id}-upscaled</c>.</summary>
    Edited,

    /// <summary>It, or a folder it lies in, is called a thumbnail or preview.</summary>
    Small,
}
