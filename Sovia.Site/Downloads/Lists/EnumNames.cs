namespace Sovia.Downloads.Lists;

/// <summary>Formats enum values for download lists and URLs.</summary>
internal static class EnumNames
{
    /// <summary>Returns the name in lower case.</summary>
    public static string Format<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();
}
