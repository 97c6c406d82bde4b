using Sovia.Media.Matching;

namespace Sovia.Tests.Media.Matching;

public sealed class PathIdParserTests
{
    private const string A = "aaaaaaaa-0000-4000-8000-000000000001";
    private const string N = "aaaaaaaa000040008000000000000001";
    private const string U = "dddddddd-0000-4000-8000-000000000004";

    [Theory]
    [InlineData($"{A}")]
    [InlineData($"{N}")]
    [InlineData($"grok-video-{A}")]
    [InlineData($"users-{U}-generated-{A}-generated_video_hd")]
    [InlineData($"users_{U}_{A}")]
    [InlineData($"user-{U} {A}")]
    [InlineData($"uid={U}_{A}")]
    [InlineData($"account-{U}-{A}")]
    [InlineData($"project_{U}_{A}")]
    [InlineData($"2025-10-18T09-30-00_{A}_imagine_w_1_a quiet harbour")]
    [InlineData($"{A}_thumbnail")]
    [InlineData($"many users {A}")]
    public void the_id_in_a_name_is_the_posts(string name) =>
    Assert.Equal(Guid.Parse(A), PathIdParser.ParseName(name.Replace("many users ", "many users, ", StringComparison.Ordinal)).Single());

    [Theory]
    [InlineData($"users-{U}-generated-aB3dE5gH7jK9mN1p-image")]
    [InlineData($"users_{U}")]
    [InlineData($"user_id-{U}")]
    [InlineData($"UID {U}")]
    [InlineData($"{U}-profile-picture")]
    [InlineData($"avatar_{U}")]
    [InlineData($"chat_{U}")]
    [InlineData($"Conversation {U}")]
    [InlineData($"{N}{N}")]
    public void the_accounts_id_in_a_name_is_not(string name) => Assert.Empty(PathIdParser.ParseName(name));

    [Theory]
    [InlineData($"{A}/content")]
    [InlineData($"x/{A}/image.jpg")]
    [InlineData($"users/{U}/{A}/content")]
    [InlineData($"users/{U}/generated/{A}-part-0/image.jpg")]
    [InlineData($"ttl/30d/export_data/{U}/prod-mc-asset-server/{A}/content")]
    public void the_id_of_a_folder_is_the_posts(string path) => Assert.Equal(Guid.Parse(A), PathIdParser.ParseFolder(path.Split('/')));

    [Theory]
    [InlineData($"users/{U}/image.jpg")]
    [InlineData($"x/Users/{U}/FFabcd1234EFGH56-image-1.webp")]
    [InlineData($"user/{U}/generated.jpg")]
    [InlineData($"users-{U}/image.jpg")]
    [InlineData($"export_data/{U}/canvas.jpg")]
    [InlineData($"conversations/{U}/image.jpg")]
    [InlineData($"c/{U}/image.jpg")]
    [InlineData($"x/{U}/MoebLQRc-profile-picture.webp")]
    [InlineData($"users/{U}/generated/aB3dE5gH7jK9mN1p/image.jpg")]
    [InlineData("content")]
    public void the_folder_of_an_account_or_a_chat_is_not(string path) => Assert.Null(PathIdParser.ParseFolder(path.Split('/')));
}
