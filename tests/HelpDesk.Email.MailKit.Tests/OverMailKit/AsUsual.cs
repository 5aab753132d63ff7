namespace HelpDesk.Email;

/// <summary>The words by which tests of the built-in clients register them; here they mean MailKit.</summary>
internal static class AsUsual
{
    public static IHelpDeskEmailBuilder UseImap(this IHelpDeskEmailBuilder builder) => builder.UseMailKitImap();

    public static IHelpDeskEmailBuilder UsePop3(this IHelpDeskEmailBuilder builder) => builder.UseMailKitPop3();

    public static IHelpDeskEmailBuilder UseSmtp(this IHelpDeskEmailBuilder builder) => builder.UseMailKitSmtp();
}
