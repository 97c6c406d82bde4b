using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Sovia.Media;
using Sovia.Media.Scanning;
using Sovia.Tests.Support;

namespace Sovia.Tests.Media.Scanning;

/// <summary>A change of one file must not read the places of all.</summary>
public sealed class RecordedFileTests(SoviaHost host) : ScanTest(host)
{
    private NpgsqlDataSource Source => Services.GetRequiredService<NpgsqlDataSource>();

    [Fact]
    public async Task a_folder_and_a_file_are_found_by_an_index_among_many_places()
    {
        await FillAsync(20_000);
        Write("7/a", "x");
        foreach (var path in new[] { "7", "7/a", "gone", $"{new string('p', 400)}/b" })
        {
            await using var command = RecordedFile.CreateCommand("*DEFAULT*", new(Root, path));
            command.CommandText = "explain (analyze, buffers off, costs off, timing off) " + command.CommandText;
            var plan = await PlanAsync(command);
            Assert.DoesNotContain("Seq Scan", plan, StringComparison.Ordinal);
            Assert.DoesNotContain("rows=20000", plan, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task only_files_below_the_folder_are_found()
    {
        var deep = string.Join('/', Enumerable.Repeat("längere Namen 🦊", 40));
        string[] paths = ["a", "a/1", "a/b/2", "a0", "a.jpg", "A/1", "a b/1", "é/1", deep + "/1", deep + "/2", deep + "0/3", "%/1"];
        await using (var session = Host.Store.LightweightSession())
        {
            foreach (var path in paths.SelectMany(path => new[] { Place(Root, path), Place(Root + "-other", path) })) session.Store(path);
            await session.SaveChangesAsync();
        }
        Assert.Equal(["a", "a/1", "a/b/2"], await ListBelowAsync("a"));
        Assert.Equal(["é/1"], await ListBelowAsync("é"));
        Assert.Equal(["%/1"], await ListBelowAsync("%"));
        Assert.Equal([deep + "/1", deep + "/2"], await ListBelowAsync(deep));
        Assert.Equal(paths.Order(StringComparer.Ordinal), await ListBelowAsync(""));
    }

    private static FileLocation Place(string root, string path) =>
        new() { Id = FileLocation.ComputeId(root, path), Root = root, Path = path, Length = 1, ModifiedTicks = 1 };

    private async Task<IEnumerable<string>> ListBelowAsync(string path)
    {
        await using var session = Host.Store.QuerySession();
        return (await RecordedFile.ReadAsync(session, new(Root, path), default)).Keys.Order(StringComparer.Ordinal);
    }

    private async Task FillAsync(int count)
    {
        await using (var session = Host.Store.LightweightSession())
        {
            session.Store(Place(Root, "7/first"));
            await session.SaveChangesAsync();
        }
        await using var fill = Source.CreateCommand($$"""
            insert into sovia.mt_doc_filelocation (tenant_id, id, data)
            select '*DEFAULT*', gen_random_uuid(), jsonb_build_object('root', '{{Root}}', 'path', n % 500 || '/' || n || '.jpg', 'length', 1, 'modifiedTicks', 1) from generate_series(1, {{count}}) n
            """);
        await fill.ExecuteNonQueryAsync();
        await using var analyze = Source.CreateCommand("analyze sovia.mt_doc_filelocation");
        await analyze.ExecuteNonQueryAsync();
    }

    private async Task<string> PlanAsync(NpgsqlCommand command)
    {
        await using var connection = await Source.OpenConnectionAsync();
        command.Connection = connection;
        await using var reader = await command.ExecuteReaderAsync();
        var plan = "";
        while (await reader.ReadAsync()) plan += reader.GetString(0) + "\n";
        return plan;
    }
}
