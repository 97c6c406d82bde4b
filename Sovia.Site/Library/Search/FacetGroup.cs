using System.ComponentModel;

namespace Sovia.Library.Search;

/// <summary>How many items of a list are alike in all that facets tell apart.</summary>
/// <param name="HasImages">Whether there is any image; <paramref name="Videos"/> tells of videos.</param>
/// <param name="Liked">As <see cref="IndexRow.Liked"/>.</param>
/// <param name="Models">As <see cref="IndexRow.Models"/>.</param>
/// <param name="Modes">As <see cref="IndexRow.Modes"/>.</param>
/// <param name="Month">yyyymm in the zone of whoever looks, 0 where no date is known.</param>
/// <param name="Videos">The least number of videos in their group of numbers.</param>
/// <param name="HasPrompt">As <see cref="IndexRow.HasPrompt"/>.</param>
/// <param name="IsSafe">Whether all bytes are here.</param>
/// <param name="Count">How many items.</param>
[ImmutableObject(true)]
public sealed record FacetGroup(bool HasImages, bool? Liked, string[] Models, string[] Modes, int Month, int Videos, bool HasPrompt, bool IsSafe, int Count)
{
    private static readonly CutText[] SomeWords = [CutText.Of("words")];

    /// <summary>A row such as these items have, as far as facets see it.</summary>
    public IndexRow AsRow() => new()
    {
        Id = Guid.Empty,
        RootId = Guid.Empty,
        CoverId = Guid.Empty,
        SortAt = Month == 0 ? DateTimeOffset.UnixEpoch : new(Month / 100, Month % 100, 1, 0, 0, 0, TimeSpan.Zero),
        IsDated = Month != 0,
        Liked = Liked,
        Models = Models,
        Modes = Modes,
        Images = HasImages ? 1 : 0,
        Videos = Videos,
        Items = 1,
        Safe = IsSafe ? 1 : 0,
        Texts = HasPrompt ? SomeWords : [],
    };
}
