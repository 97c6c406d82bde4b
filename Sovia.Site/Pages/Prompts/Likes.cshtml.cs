using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sovia.Library;
using Sovia.Prompts.Earned;

namespace Sovia.Pages.Prompts;

/// <summary>Words, pairs of words, models and modes by how often families with them are liked.</summary>
[ServiceFilter<PageCacheFilter>]
public sealed class LikesModel(RankLikeRates earned, CurrentTenant tenant, TimeProvider clock) : PageModel
{
    /// <summary>What was found; null where nothing was found yet.</summary>
    public LikeRateRanking? Ranking { get; private set; }

    /// <summary>Whether it is of the library as it is now.</summary>
    public bool IsCurrent { get; private set; }

    /// <summary>The time, UTC.</summary>
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>The page.</summary>
    public async Task OnGetAsync(CancellationToken ct)
    {
        (Ranking, IsCurrent) = await earned.GetRankingAsync(tenant.Id, ct);
        if (!IsCurrent) Response.Headers.CacheControl = "no-store";
    }
}
