using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Sovia.Duplicates.Groups;
using Sovia.Duplicates.Hashes;
using Sovia.Jobs;
using Sovia.Library;
using Sovia.Storage;
using Sovia.Tests.Pages;
using Sovia.Tests.Support;

namespace Sovia.Tests.Duplicates;

/// <summary>A test of near duplicates, with real pictures as files of posts.</summary>
public abstract class DuplicatesTest(SoviaHost host) : PageTest(host)
{
    /// <summary>Puts a post with a picture into the library.</summary>
    protected Task<Post> PutAsync(byte[] picture, int minutes = 0) => PutAsync(Make.Still(minutes), picture, "png");

    /// <summary>Puts a post with a file into the library.</summary>
    protected async Task<Post> PutAsync(Post post, byte[] bytes, string extension)
    {
        await StoreAsync(post);
        using var form = new MultipartFormDataContent { { new ByteArrayContent(bytes), "files", $"grok-{post.Id}.{extension}" } };
        Assert.Equal(HttpStatusCode.SeeOther, (await PostAsync("/media", "/media?handler=upload", form)).StatusCode);
        return post;
    }

    /// <summary>Makes the hashes that are missing and derives the groups, as the jobs do.</summary>
    protected async Task FindDuplicatesAsync()
    {
        await WithAsync(async (IServiceProvider services) =>
        {
            await services.GetServices<IJob>().OfType<HashPicturesJob>().Single().RunAsync(HashPicturesJob.JobName, default);
            return 0;
        });
        await DeriveAsync();
    }

    protected Task DeriveAsync() => Host.Site.Services.GetRequiredService<RebuildDuplicateGroups>().RunAsync(default);

    /// <summary>The groups of the page, by their posts.</summary>
    protected static IReadOnlyList<IReadOnlyList<Guid>> GroupsOf(IHtmlDocument page) =>
        [.. page.QuerySelectorAll("[data-group]").Select(CardsOf)];

    /// <summary>Decides about a group of a page as its form does.</summary>
    protected async Task<HttpResponseMessage> DecideAsync(IElement group, string verdict, Guid? best = null)
    {
        Dictionary<string, string> fields = new() { ["group"] = group.GetAttribute("data-group")!, ["verdict"] = verdict };
        var chosen = best?.ToString() ?? group.QuerySelector("input[name=best][checked]")!.GetAttribute("value")!;
        fields["best"] = chosen;
        if (group.QuerySelector("input[name=shown]")?.GetAttribute("value") is { } shown) fields["shown"] = shown;
        return await SendFormAsync("/duplicates", fields);
    }

    protected async Task<HttpResponseMessage> SendFormAsync(string address, Dictionary<string, string> fields)
    {
        using var form = new FormUrlEncodedContent(fields);
        return await SendAsync(new(HttpMethod.Post, address) { Content = form });
    }

    /// <summary>The message that a redirect carries to its page.</summary>
    protected async Task<string?> ToastAsync(HttpResponseMessage response)
    {
        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        var cookie = response.Headers.GetValues("Set-Cookie").First().Split(';')[0];
        return (await OpenAsync(response.Headers.Location!.ToString(), $"Cookie: {cookie}")).QuerySelector("[role=status]")?.TextContent
            .Trim();
    }

    /// <summary>One number that the database gives.</summary>
    protected async Task<long> QueryNumberAsync(string sql)
    {
        await using var command = Host.Site.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand(sql);
        return Convert.ToInt64(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>Works in the library of somebody else.</summary>
    protected static IDisposable EnterOtherLibrary() => CurrentLibrary.Enter("bert");
}
