using Sovia.Library;
using Sovia.Query;
using Sovia.Query.Lists;

namespace Sovia.Tests.Support;

/// <summary>Posts made up for tests.</summary>
public static class Make
{
    /// <summary>The time of the first made-up post.</summary>
    public static readonly DateTimeOffset Start = new(2025, 10, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>The list that an address of the gallery asks for, at <see cref="Start"/>.</summary>
    public static ResolvedQuery ParseQuery(string address) =>
        Sovia.Query.Lists.ResolvedQuery.From(LibraryQuery.Parse(address, Start).Query);

    /// <summary>A still at the root of its own family.</summary>
    /// <param name="minutes">When, after <see cref="Start"/>.</param>
    /// <param name="prompt">Its words.</param>
    public static Post Still(int minutes = 0, string? prompt = null)
    {
        var id = Guid.NewGuid();
        return new()
        {
            Id = id,
            RootId = id,
            Kind = MediaKind.Image,
            CreatedAt = Start.AddMinutes(minutes),
            Prompt = prompt,
            Model = "imagine_h_1",
            MimeType = "image/jpeg",
            MediaUrl = $"https://assets.grok.com/users/{Guid.NewGuid()}/{id}/content",
        };
    }

    /// <summary>A clip made from a post.</summary>
    public static Post Clip(Post parent, int minutes = 1, string? prompt = null)
    {
        var id = Guid.NewGuid();
        return new()
        {
            Id = id,
            ParentId = parent.Id,
            RootId = parent.RootId,
            Kind = MediaKind.Video,
            CreatedAt = Start.AddMinutes(minutes),
            OriginalPrompt = prompt,
            Mode = "custom",
            Model = "imagine_w_1",
            MimeType = "video/mp4",
            MediaUrl = $"https://assets.grok.com/users/{Guid.NewGuid()}/generated/{id}/generated_video.mp4",
        };
    }
}
