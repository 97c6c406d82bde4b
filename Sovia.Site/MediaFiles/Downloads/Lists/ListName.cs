namespace Sovia.MediaFiles.Downloads.Lists;

/// <summary>How values are spelt in lists and addresses.</summary>
internal static class ListName
{
    /// <summary>The name in lower case.</summary>
    public static string Of<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();
}
