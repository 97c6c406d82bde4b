using Npgsql;

namespace Sovia.Tests.Storage.PrivateServer;

/// <summary>Something precious in the database, to see whether it is still there.</summary>
internal static class Library
{
    public static Task SaveMarkerAsync(string connectionString) =>
        QueryScalarAsync(connectionString, "create table kept (word text); insert into kept values ('Größe') returning word");

    public static async Task VerifyMarkerAsync(string connectionString) =>
        Assert.Equal("Größe", await QueryScalarAsync(connectionString, "select word from kept"));

    public static async Task<string?> QueryScalarAsync(string connectionString, string sql)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var command = source.CreateCommand(sql);
        return (await command.ExecuteScalarAsync())?.ToString();
    }
}
