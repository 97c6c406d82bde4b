using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sovia.Library;
using Sovia.Prompts.LikeRates;

namespace Sovia.Pages.Prompts;

/// <summary>Ranks words, word pairs, models and modes by how often families with them are liked.</summary>
[ServiceFilter<PageCacheFilter>]
public sealed class LikesModel(RankLikeRates earned, CurrentTenant tenant, TimeProvider clock) : PageModel
{
    /// <summary>The ranking; null until it is first computed.</summary>
    public LikeRateRanking? Ranking { get; private set; }

    /// <summary>Whether the ranking is up to date with the library.</summary>
    public bool IsCurrent { get; private set; }

    /// <summary>The current time, UTC.</summary>
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Shows the page.</summary>
    public async Task OnGetAsync(CancellationToken ct)
    {
        (Ranking, IsCurrent) = await earned.GetRankingAsync(tenant.Id, ct);
        if (!IsCurrent) Response.Headers.CacheControl = "no-store";
    }
}
