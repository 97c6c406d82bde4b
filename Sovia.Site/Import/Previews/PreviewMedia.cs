using System.Text.Json.Serialization;

namespace Sovia.Import.Previews;

/// <summary>Numbers of an import's posts, by the location of their media files.</summary>
public sealed record PreviewMedia
{
    /// <summary>Already saved on this server.</summary>
    [JsonPropertyName("here")]
    public int Saved { get; init; }

    /// <summary>Part of the import.</summary>
    [JsonPropertyName("coming")]
    public int Included { get; init; }

    /// <summary>On hosts that need no sign-in.</summary>
    public int Public { get; init; }

    /// <summary>On hosts that require the account's cookies.</summary>
    [JsonPropertyName("cookie")]
    public int SignInRequired { get; init; }

    /// <summary>Without a known URL.</summary>
    [JsonPropertyName("nowhere")]
    public int WithoutUrl { get; init; }

    /// <summary>Number of images, videos and sounds in the import, including those without a post in it.</summary>
    public int Files { get; init; }

    /// <summary>Posts whose media files have yet to be downloaded.</summary>
    public int Missing => Public + SignInRequired + WithoutUrl;
}
