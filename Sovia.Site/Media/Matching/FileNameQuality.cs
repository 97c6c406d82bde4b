namespace Sovia.Media.Matching;

/// <summary>How close a file's name suggests it is to the original of its post, closest first.</summary>
internal enum FileNameQuality
{
    /// <summary>Named by the post's ID, or stored at the path of its URL.</summary>
    Exact,

    /// <summary>No sign of a change: <c>grok-video-{id}</c>, or a repeated download, <c>{id} (1)</c>.</summary>
    Plain,

    /// <summary>The name has a suffix, as upscalers and editors add: <c>{id}-upscaled</c>.</summary>
    Edited,

    /// <summary>The file or a folder that contains it is named as a thumbnail or preview.</summary>
    Small,
}
