using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Sovia.Media.Scanning;
using Sovia.Tests.Media;
using Sovia.Tests.Media.Scanning;
using Sovia.Tests.Support;

namespace Sovia.Tests.Pages;

public sealed class TrashFilesPageTests(SoviaHost host) : PageTest(host)
{
    [Fact]
    public async Task files_are_deleted_by_a_form_of_its_own_that_tells_files_and_bytes()
    {
        using var folder = new MediaFolder();
        var posts = Enumerable.Range(0, 2).Select(i => Make.Still(i)).ToArray();
        var file = folder.Write($"{posts[0].Id}.png", TestMedia.Picture());
        await StoreAsync(posts);
        await Host.Site.Services.GetRequiredService<ScanRoots>().ScanNamedAsync([folder.Root], null, default);
        Assert.Null((await OpenAsync("/trash/files")).QuerySelector("form[action='/trash/files']"));
        await ChangeAsync(new() { Trashed = true }, posts[0].Id);
        Assert.NotNull((await OpenAsync("/trash")).QuerySelector("a[href='/trash/files']"));
        var page = await OpenAsync("/trash/files");
        Assert.Equal("1", page.QuerySelector("[data-files]")!.GetAttribute("data-files"));
        Assert.Equal($"{new FileInfo(file).Length}", page.QuerySelector("[data-bytes]")!.GetAttribute("data-bytes"));
        var stamp = page.QuerySelector("[name=stamp]")!.GetAttribute("value")!;

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SendAsync(("stamp", stamp))).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SendAsync(("stamp", "0"), ("sure", "true"))).StatusCode);
        Assert.True(File.Exists(file));
        Assert.Equal(HttpStatusCode.SeeOther, (await SendAsync(("stamp", stamp), ("sure", "true"))).StatusCode);
        Assert.False(File.Exists(file));
        Assert.Equal(1, await CountAsync("search=is:trashed"));
    }

    private async Task<HttpResponseMessage> SendAsync(params (string Name, string Value)[] fields)
    {
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in fields) form.Add(new StringContent(value), name);
        return await PostAsync("/import", "/trash/files", form);
    }
}
