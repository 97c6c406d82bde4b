using Npgsql;

namespace Sovia.Tests.Storage.PrivateServer;

/// <summary>A marker row in the database that tests look for later.</summary>
internal static class MarkerTable
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
