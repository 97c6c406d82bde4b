namespace Sovia.Downloads.Lists;

/// <summary>How values are spelt in lists and addresses.</summary>
internal static class EnumNames
{
    /// <summary>The name in lower case.</summary>
    public static string Format<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();
}
