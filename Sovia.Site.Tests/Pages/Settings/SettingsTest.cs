using AngleSharp.Html.Dom;
using Sovia.Tests.Support;

namespace Sovia.Tests.Pages.Settings;

/// <summary>A test that fills in the page of settings as a browser without scripts does.</summary>
public abstract class SettingsTest(SoviaHost host) : PageTest(host)
{
    /// <summary>Opens the page, chooses some values, and sends the form.</summary>
    protected async Task<HttpResponseMessage> ChooseAsync(params (string Name, string Value)[] chosen) =>
        await SubmitAsync(await OpenAsync("/settings"), chosen);

    /// <summary>Chooses some values on a page that was opened before, and sends its form.</summary>
    protected Task<HttpResponseMessage> SubmitAsync(IHtmlDocument page, params (string Name, string Value)[] chosen)
    {
        var fields = page.QuerySelectorAll("form.settings :is(input, select)").ToDictionary(
            field => field.GetAttribute("name")!, field => field is IHtmlSelectElement select ? select.Value!
            : ((IHtmlInputElement)field).Value);
        foreach (var (name, value) in chosen) fields[name] = value;
        return PostAsync("/settings", [.. fields.Select(field => (field.Key, field.Value))]);
    }

    /// <summary>Sends a form.</summary>
    protected Task<HttpResponseMessage> PostAsync(string address, params (string Name, string Value)[] fields) =>
        SendAsync(new(HttpMethod.Post, address)
        {
            Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))),
        });

    /// <summary>The address that a form led to.</summary>
    protected static string GetRedirectUrl(HttpResponseMessage answer)
    {
        Assert.Equal(System.Net.HttpStatusCode.SeeOther, answer.StatusCode);
        return answer.Headers.Location!.ToString();
    }
}
