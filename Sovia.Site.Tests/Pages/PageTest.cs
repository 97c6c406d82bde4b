using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Sovia.Tests.Support;

namespace Sovia.Tests.Pages;

/// <summary>A test that reads pages as a browser without scripts would.</summary>
public abstract class PageTest(SoviaHost host) : HostTest(host)
{
    private static readonly HtmlParser Parser = new();

    // What is asked for by its presence, and has nothing more to say.
    private static readonly string[] Flags = ["data-facet-count", "data-nearest", "data-reason"];

    /// <summary>Sends a request as it is: no redirect is followed, no cookie kept.</summary>
    protected async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        using var client = Host.Site.Server.CreateClient();
        return await client.SendAsync(request);
    }

    /// <summary>Gets an address with headers of the form <c>Name: value</c>.</summary>
    protected Task<HttpResponseMessage> GetAsync(string address, params string[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        foreach (var header in headers)
            request.Headers.TryAddWithoutValidation(header[..header.IndexOf(':', StringComparison.Ordinal)],
                header[(header.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim());
        return SendAsync(request);
    }

    /// <summary>The page at an address.</summary>
    protected async Task<IHtmlDocument> OpenAsync(string address, params string[] headers) =>
        await ReadAsync(await GetAsync(address, headers));

    /// <summary>
    /// Parses the page in a response, which must have no empty <c>data-*</c> attribute, because <c>[data-x]</c> would match it.
    /// </summary>
    protected static async Task<IHtmlDocument> ReadAsync(HttpResponseMessage response)
    {
        var page = Parser.ParseDocument(await response.Content.ReadAsStringAsync());
        var empty = page.All.SelectMany(element => element.Attributes)
            .Where(found => found.Value.Length == 0 && found.Name.StartsWith("data-", StringComparison.Ordinal)
                && !Flags.Contains(found.Name));
        Assert.Equal([], empty.Select(found => found.Name).Distinct());
        return page;
    }

    /// <summary>Sends a form as a browser does: the page that holds it first, for its token and its cookie.</summary>
    protected async Task<HttpResponseMessage> PostAsync(string page, string address, MultipartFormDataContent form)
    {
        var response = await GetAsync(page);
        var token = (await ReadAsync(response)).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        form.Add(new StringContent(token), "__RequestVerificationToken");
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = form };
        request.Headers.Add("Cookie", response.Headers.GetValues("Set-Cookie").Select(value => value.Split(';')[0]));
        return await SendAsync(request);
    }

    /// <summary>What the cards on a page stand for, in order.</summary>
    protected static IReadOnlyList<Guid> CardsOf(IParentNode page) =>
        [.. page.QuerySelectorAll("article[data-post-id]").Select(card => Guid.Parse(card.GetAttribute("data-post-id")!))];
}
