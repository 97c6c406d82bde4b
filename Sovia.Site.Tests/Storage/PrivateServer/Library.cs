using Npgsql;

namespace Sovia.Tests.Storage.PrivateServer;

/// <summary>Something precious in the database, to see whether it is still there.</summary>
internal static class Library
{
    public static Task KeepAsync(string connectionString) =>
        AskAsync(connectionString, "create table kept (word text); insert into kept values ('Größe') returning word");

    public static async Task IsKeptAsync(string connectionString) =>
        Assert.Equal("Größe", await AskAsync(connectionString, "select word from kept"));

    public static async Task<string?> AskAsync(string connectionString, string sql)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var command = source.CreateCommand(sql);
        return (await command.ExecuteScalarAsync())?.ToString();
    }
}
