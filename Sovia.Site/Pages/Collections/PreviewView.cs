using System.Globalization;
using Sovia.Pages.Gallery;

namespace Sovia.Pages.Collections;

/// <summary>The preview of a search for a smart collection.</summary>
/// <param name="Problem">The reason why there is nothing to show, as a sentence; null without a problem.</param>
/// <param name="Count">The number of families, counted to one more than <see cref="CountTimeout.MaxWhileTyping"/>; null if counting takes
/// too long.</param>
/// <param name="Cards">The cards of the first families.</param>
public sealed record PreviewView(string? Problem, int? Count, IReadOnlyList<Card> Cards)
{
    /// <summary>The display text of the count, such as <c>1,000+</c>.</summary>
    public string CountText => Count is not { } count ? "Many"
        : Math.Min(count, CountTimeout.MaxWhileTyping).ToString("N0", CultureInfo.InvariantCulture)
        + (count > CountTimeout.MaxWhileTyping ? "+" : "");
}
