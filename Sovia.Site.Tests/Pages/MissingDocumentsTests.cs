using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Sovia.Tests.Support;

namespace Sovia.Tests.Pages;

/// <summary>What is being deleted in two steps has a row and no document for a while.</summary>
public sealed class MissingDocumentsTests(SoviaHost host) : PageTest(host)
{
    [Theory]
    [InlineData("/", "mt_doc_family")]
    [InlineData("/?unit=post", "mt_doc_post")]
    public async Task rows_whose_documents_are_being_deleted_do_not_end_a_list(string address, string table)
    {
        var posts = Enumerable.Range(0, 130).Select(i => Make.Still(i)).ToArray();
        await StoreAsync(posts);
        await RunAsync($"delete from sovia.{table} where id = any($1)", posts.TakeLast(60).Select(post => post.Id).ToArray());
        var page = await OpenAsync(address);
        Assert.Equal(posts.Reverse().Skip(60).Take(50).Select(post => post.Id), CardsOf(page));
        Assert.NotNull(page.QuerySelector("a[rel=next]"));
    }

    private async Task RunAsync(string sql, Guid[] ids)
    {
        await using var command = Host.Site.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand(sql);
        command.Parameters.Add(new() { Value = ids });
        await command.ExecuteNonQueryAsync();
    }
}
