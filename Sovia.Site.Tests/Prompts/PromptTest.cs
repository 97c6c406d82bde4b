using Sovia.Library;
using Sovia.Prompts;
using Sovia.Tests.Pages;
using Sovia.Tests.Support;

namespace Sovia.Tests.Prompts;

/// <summary>A test of the prompt library on the shared host.</summary>
public abstract class PromptTest(SoviaHost host) : PageTest(host)
{
    /// <summary>A list, walked page by page, once all that has changed is worked out.</summary>
    protected async Task<List<PromptEntry>> ListAsync(string address = "", int size = 3)
    {
        var state = await WithAsync((RefreshPrompts current) => current.RefreshAsync(default));
        Assert.NotNull(state);
        var pairs = Sovia.Query.UrlQueryString.Parse(address).ToLookup(pair => pair.Key, pair => pair.Value);
        var query = PromptQuery.Parse(name => pairs[name].LastOrDefault(), Make.Start);
        var entries = new List<PromptEntry>();
        string? after = null;
        do
        {
            var page = await WithAsync((ReadPrompts read) => read.ReadPageAsync(query, after, default, size));
            entries.AddRange(page.Entries);
            after = page.After;
        }
        while (after is not null);
        Assert.Equal(entries.Count, entries.DistinctBy(entry => entry.Key).Count());
        Assert.Equal(entries.Count, await WithAsync((CountPrompts count) => count.CountMatchingAsync(query, state, default)));
        return entries;
    }

    /// <summary>The texts of a list.</summary>
    protected async Task<IEnumerable<string>> TextsAsync(string address = "") => (await ListAsync(address)).Select(entry => entry.Text);

    /// <summary>The address of a prompt's page.</summary>
    protected static string PageOf(string text) => $"/prompts/{PromptKey.Format(PromptKey.ComputeFromClean(text))}";

    /// <summary>Sends a form without files.</summary>
    protected Task<HttpResponseMessage> SendAsync(string address, params (string Name, string Value)[] fields) => SendAsync(
        new HttpRequestMessage(HttpMethod.Post, address)
        { Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))) });
}
