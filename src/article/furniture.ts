/** The typed-line vocabulary: what a line that is not body looks like, in markup and in dumps alike. */

import type { AsideKind } from '../core/index.ts';
import { AGENCY_FORMS } from './agencies.ts';
import { DATE_LINE } from './calendar.ts';
import { anyCase, lowered } from './fold.ts';

export interface FurnitureRule {
  /** Printed as the aside's reason. */
  readonly id: string;
  readonly kind: AsideKind;
  /** The line has at most this many words. */
  readonly words: number;
  readonly test: RegExp;
  /** The pattern is for the line in lower case. */
  readonly anyCase: boolean;
  /** What follows this line on the page is other stories, comments or the page's foot: no body goes on behind it. */
  readonly wall?: true;
}

const rule = (id: string, kind: AsideKind, words: number, pattern: RegExp, wall?: true): FurnitureRule => {
  const made = { id, kind, words, test: lowered(pattern), anyCase: pattern.ignoreCase };
  return wall === undefined ? made : { ...made, wall };
};

const NETWORK =
  '(?:facebook|twitter|x|whatsapp|telegram|linkedin|pinterest|reddit|e-?mail|mail|print|messenger|line|tumblr|flipboard|pocket|instagram|youtube|tiktok|viber|wechat|weibo|google\\+?|google plus|rss|skype|threads|bluesky|copy link|copy url|sms|vk|odnoklassniki|ok|digg|stumbleupon|buffer|xing|koo|snapchat|link|more|share|tweet|pin(?: it)?|pin|via|this|on|by|to|and|the|story|article|page|post|news|with|your|friends|save|like|follow|us|copy)';

/** In order: the first rule that fits names the line. */
export const FURNITURE: readonly FurnitureRule[] = [
  // Shortcodes and slots that an advertisement stood in: "[ad_1]", "- Advertisement -", "Story continues below".
  rule(
    'ad/shortcode',
    'ad',
    6,
    /^\[\/?(?:ad|ads|adsense|adrotate|advert|banner|adinserter|the_ad|embed|gallery|caption|video|audio|vc_|et_pb|smartslider|wp[_-]|contact-form|newsletter|do_widget|su_|tdi?_|sc:)[^\]]{0,200}\]$/iu,
  ),
  rule(
    'ad/label',
    'ad',
    5,
    /^[^\p{L}\p{N}]*(?:advertisements?|advertise(?: with us| here)?|advertorial|ads? by .{1,30}|ads?|sponsored(?: content| links?| by.{0,40}| stories)?|promoted(?: content| stories| by .{1,30})?|paid (?:content|post|partnership)|partner content|publicidade|publicidad|anzeige|werbung|publicité|iklan|quảng cáo|реклама|pubblicità|reklam|广告|廣告|広告|โฆษณา)[^\p{L}\p{N}]*$/iu,
  ),
  rule(
    'ad/continues',
    'ad',
    14,
    /^[^\p{L}\p{N}]*(?:(?:story|article|content|post|text) continues? (?:below|after)|(?:continue|scroll|keep) (?:reading|down)? ?(?:below|to continue|after|for more)|continue reading the main story|this (?:ad|advertisement) will end|ad (?:feedback|loading)|loading ad|skip ad(?:vertisement)?|scroll (?:down )?(?:to|for) |(?:already a|become a) (?:member|subscriber))/iu,
  ),
  rule(
    'ad/code',
    'ad',
    400,
    /^(?:\(adsbygoogle|googletag|window\.|var [a-z_$]+ ?=|document\.|jQuery\(|\$\(|function ?\(|\/\/ ?<!\[CDATA|<!--|@media|\.[a-z-]+ ?\{|!function|if ?\(typeof )/u,
  ),

  // Where the text first stood.
  rule(
    'syndication/first-published',
    'syndication',
    60,
    /\b(?:(?:article|story|post|piece|column|report|interview|commentary|op-?ed|essay|analysis|content|news|version|it)\b.{0,60}\b|^[^\p{L}\p{N}]*)(?:(?:was|were|is|has been) )?(?:first|originally|previously|initially) (?:appeared|published|posted|ran|printed|written|aired|featured|reported|released)\b.{0,12}\b(?:in|on|by|at|for|with|as|from|via|here)\b/iu,
  ),
  rule(
    'syndication/republished',
    'syndication',
    45,
    /^[^\p{L}\p{N}]*(?:this|the) (?:above |following )?(?:article|story|post|piece|column|report|commentary|content|news|copy)\b.{0,60}\b(?:republished|re-?published|reprinted|reproduced|syndicated|auto-generated|taken|sourced|provided|supplied|crossposted|cross-posted)\b/iu,
  ),
  rule(
    'syndication/republished-short',
    'syndication',
    25,
    /^[^\p{L}\p{N}]*(?:republished|reprinted|reproduced|re-?posted|syndicated|courtesy|cross-?posted)\b.{0,12}\b(?:from|with|by|of|under|here)\b/iu,
  ),
  rule(
    'syndication/source-link',
    'syndication',
    14,
    /^[^\p{L}\p{N}]*(?:source(?: link| url| article)?|via|original (?:source|article|story|post|link|text)|news source|sumber|nguồn|fuente|fonte|quelle|источник|来源|來源|출처|ที่มา)\s*[:：|–-].{0,80}$/iu,
  ),
  rule(
    'syndication/source-bare',
    'syndication',
    3,
    /^[^\p{L}\p{N}]*(?:source links?|original source|source)[^\p{L}\p{N}]*$/iu,
  ),
  rule(
    'syndication/read-original',
    'syndication',
    14,
    /^[^\p{L}\p{N}]*(?:(?:read|view|see|visit) (?:the )?(?:original|full|entire|complete) (?:article|story|post|source|version|text|report)|(?:to )?read (?:the )?(?:full|rest of the) (?:article|story)|click here to (?:read|view|see) (?:the )?(?:original|full))/iu,
  ),
  rule(
    'syndication/post-appeared',
    'syndication',
    60,
    /^[^\p{L}\p{N}]*the (?:post|article|story)\b.{1,300}\b(?:first )?appeared (?:first )?(?:on|in|at)\b/iu,
  ),

  // Agencies alone on a line, or in brackets at the end.
  rule(
    'agency/alone',
    'agency',
    4,
    new RegExp(
      `^[\\s([–—―/-]*(?:${AGENCY_FORMS}|news agencies|agencies|agency|wires?|cna|nyt|tns|vov|vgp|tap|aps|kcna|fides|staff and agencies)(?:\\s*[/,&+]\\s*(?:${AGENCY_FORMS}|agencies|staff))*[\\s)\\]–—―/.-]*$`,
      'iu',
    ),
  ),
  rule(
    'agency/inputs',
    'agency',
    20,
    /^[^\p{L}\p{N}]*(?:(?:with|additional|includes?) (?:inputs?|reporting|material|files|reports?|information|news|agency (?:inputs?|reports?)) (?:from|by)|\(?with (?:agency|agencies|agencies'|agency'?s) (?:inputs?|reports?)|(?:compiled|agencies) (?:from|by) (?:agencies|wires?|agency reports|news agencies))\b/iu,
  ),
  rule(
    'agency/feed',
    'agency',
    60,
    /^[^\p{L}\p{N}]*(?:\(?(?:this|the) (?:story|article|report|copy|news|headline)\b.{0,60}\b(?:has not been|have not been|has been|was|is) (?:not )?(?:edited|modified|published|generated|created|sourced|auto|taken)\b.{0,80}\b(?:staff|feed|agency|wire|source)|except for the headline)/iu,
  ),

  // Who wrote and edited.
  rule(
    'credit/desk',
    'credit',
    60,
    /^[\s([–—-]*(?:(?:additional |extra |further |more )?(?:reporting|writing|editing|research|compiled|translated|translation|graphics?|edited|produced|production|proofread(?:ing)?|contributions?|interview(?:ed)?)(?: (?:and|&) (?:writing|editing|reporting|translat(?:ing|ed)|edited|produced))?(?: in [\p{L}, ]{2,40})? by\b|(?:editor|reporter|writer|desk|translator|author|journalist|editors|contributors?|penulis|redaktur|biên tập|biên dịch|tác giả)\s*:|(?:reported|written|filmed)(?: in \p{L}{3,15})? by\b.{0,80}(?:\bservice\b|\b(?:translated|edited|written)\b.{0,30}\bby\b))/iu,
  ),
  rule(
    'credit/contributed',
    'credit',
    40,
    /\b(?:contributed (?:to|reporting|additional|from)|contributed\.?$|contributed writing)\b.{0,60}$/iu,
  ),
  rule(
    'credit/about',
    'credit',
    45,
    /^[^\p{L}\p{N}]*(?:(?:the )?(?:author|writer) (?:is|was|of this)|about the (?:author|writer)s?|(?:follow|contact|email|reach|e-mail|write to) (?!us\b|our\b|me\b)(?:him|her|them|the (?:author|writer|reporter)|[A-Z][\p{L}.'-]+(?: [A-Z][\p{L}.'-]+){0,3}) (?:on|at|via|by|@)|[\p{L} .'-]{3,50} can be (?:reached|contacted|followed)|the views expressed|views expressed|the opinions expressed|opinions expressed)/iu,
  ),

  // Captions and picture credits.
  rule(
    'caption/label',
    'caption',
    60,
    /^[\s([]*(?:(?:file|stock|handout|screen) ?(?:photos?|images?|pictures?|grab|shot)|screengrab|photos?|images?|pictures?|pic|video|credits?|image credits?|photo credits?|photograph|illustration|graphic|infographic|image source|ảnh|foto|fotos|imagem|bild|фото|图片?|圖片?|写真|사진|caption|representational (?:image|picture|photo)|representative image|file)\s*(?:by|from|courtesy(?: of)?|taken|credits?|source)?\s*(?:[:：|/©]|(?:by|courtesy of|from) [A-Z@])/iu,
  ),
  rule(
    'caption/agency-photo',
    'caption',
    60,
    /(?:\b(?:getty(?: images)?|shutterstock|alamy|istock|unsplash|(?:afp|reuters|ap|epa|vna|xinhua|bernama|afp-jiji|epa-efe|antara) (?:photo|pic|file|images?)|(?:file|handout|courtesy) (?:photo|image|picture)|wikimedia commons|via (?:ap|getty|reuters|afp)(?: images)?|anadolu via getty.{0,20}|creative commons)\b)[^\p{L}\p{N}]*(?:\d{4})?[^\p{L}\p{N}]*$|[—–|/(-]\s*(?:ap|afp|reuters|vna|epa|file|xinhua|bernama)? ?(?:photo|pic|image|file photo|file pic)s?[^\p{L}\p{N}]*$/iu,
  ),
  // One sentence with an agency behind it; two, or words told, are the last lines of a story that the agency signs.
  rule(
    'caption/agency',
    'caption',
    60,
    /^(?![\s\S]{25,400}?[\p{L}\d]{4}[.!?]["”’)]? ["“‘]?\p{L}[\s\S]{25,400}?[.!?]["”’)]?\s*[—–|/(-]+\s*\p{L}+\W*$)(?![\s\S]{1,400}?(?:\b(?:said|added)[.]|["”])\s*[—–|/(-]+\s*\p{L}+\W*$).*[—–|/(-]\s*(?:ap|afp|reuters|epa|vna|vns|xinhua|bernama|file|photo|antara|courtesy|kyodo|pool)(?:\s*[/,]\s*\p{L}[\p{L} .'-]{0,30})?[^\p{L}\p{N}]*$/iu,
  ),
  rule(
    'caption/credit-behind',
    'caption',
    60,
    /\((?:(?:ap|afp|reuters|epa|vna|xinhua|bernama|antara|kyodo|getty|pool)(?: (?:photos?|images?|pic|file))?\s*[/,]|(?:file |handout |courtesy )?(?:image|photo|picture)s?\b|(?:[^()]{2,40} )?(?:via|\/)\s?(?:ap|afp|reuters|getty|epa)\b)[^()]{0,60}\)[^\p{L}\p{N}]*$/iu,
  ),
  rule(
    'caption/scene',
    'caption',
    45,
    /^[^\p{L}\p{N}]*(?:(?:this|a|an|the|in this|in an?) (?:undated |recent |combination |handout |file |general |aerial |satellite |combo |screen ?)?(?:photo|image|picture|photograph|photos|images|illustration|screenshot|video (?:grab|image)|view)\b.{0,120}\b(?:shows?|taken|released|provided|obtained|showing|shown|made available|illustration)\b|an artist['’]s (?:concept|impression|illustration|rendering)\b|(?:pictured|from left|left to right|clockwise|l-r|\((?:l-r|from l|left|right)\)|seen here)\b)/iu,
  ),
  rule(
    'caption/enlarge',
    'caption',
    8,
    /^[^\p{L}\p{N}]*(?:(?:click|tap) (?:(?:on )?(?:the )?(?:image|photo|picture) )?to (?:enlarge|expand|zoom|view|play)|enlarge(?: this)? (?:image|photo)?|hide caption|toggle caption|view (?:gallery|photos?|slideshow|fullscreen|image)|open (?:image|gallery)|show (?:photo|caption)|\d+ of \d+|(?:image|photo|slide) \d+ (?:of|\/) \d+|play video|watch video|video player|loading video|play|pause|mute|unmute|fullscreen|replay)[^\p{L}\p{N}]*$/iu,
  ),

  // Sharing and counting.
  rule(
    'share/buttons',
    'share',
    16,
    new RegExp(
      `^(?:[^\\p{L}\\p{N}]*(?:share|tweet|like|follow|email|print|post|send|pin|click to share|share (?:this|on|via|with))?[^\\p{L}\\p{N}]*)(?:${NETWORK}(?=[^\\p{L}\\p{N}]|$|share|tweet|pin|email|facebook|twitter|linkedin|whatsapp)[^\\p{L}\\p{N}]*){1,16}$`,
      'iu',
    ),
  ),
  rule(
    'share/glued',
    'share',
    14,
    /^(?:share on|share via|share to|tweet on|pin on|share)\s?(?:facebook|twitter|whatsapp|linkedin|x|email|telegram).{0,80}$/iu,
  ),
  rule(
    'share/count',
    'share',
    4,
    /^[\s+(]*(?:[\d.,]+\s?[kmb]?\+?\s*(?:shares?|views?|likes?|tweets?|retweets?|reads?|comments?|followers?|replies|reply|votes?|claps?|reactions?|hits|downloads?|minutes? (?:read)?|mins?(?:ute)? read|lượt xem|kali dibaca)?|shares?|views?|likes?|comments?|hits|retweets?|followers?)[\s):]*[\d.,]*$/iu,
  ),
  rule(
    'share/read-time',
    'share',
    9,
    /^[^\p{L}\p{N}]*(?:(?:estimated |average )?(?:reading time|read time|time to read)\b.{0,30}|\d+[- ]?(?:min(?:ute)?s?\.?)[- ](?:read|to read|reading)\b.{0,20}|less than a minute(?: read)?|listen to (?:this )?(?:article|story|.{0,20}).{0,20}|(?:text|font) size.{0,20}|a[-+] ?a ?a[-+]?|a a a|aa|resize text|increase font.{0,20}|decrease font.{0,20})[^\p{L}\p{N}]*$/iu,
  ),
  rule(
    'share/this',
    'share',
    12,
    /^[^\p{L}\p{N}]*(?:share (?:this|the|your|your thoughts)|like this|like loading|loading|share(?: it)? with|please share|sharing is caring|spread the (?:love|word)|compartilhe|comparte|compartir|partager|teilen|bagikan|chia sẻ|поделиться|分享|공유|แชร์|click to (?:share|print|email|tweet)|copied|link copied|copy (?:link|url)|bookmark|save (?:article|story|for later)|gift (?:this )?article|give this article|print (?:this )?(?:article|page|story)?|email (?:this )?(?:article|page|story|to a friend)|send (?:this )?(?:article|by email|to a friend)|report (?:a )?(?:typo|error|an? (?:error|mistake)|ad)|published by|share)\b.{0,60}$/iu,
  ),
  rule(
    'share/follow',
    'share',
    45,
    /^[^\p{L}]*(?:(?:follow|find|join|like|add|connect with|catch|get|visit|check out|subscribe to|stay (?:connected|tuned|updated|informed)|keep up|(?:you can )?also follow|reach) (?:us|our|the|[A-Z][\p{L}]*(?: [A-Z][\p{L}]*){0,3}|all|with us|on)\b.{0,160}\b(?:on|via|at|app|channel|group|newsletter|page|facebook|twitter|telegram|whatsapp|instagram|youtube|google news|linkedin|social media|notifications?)\b)/iu,
  ),

  // Other stories.
  rule(
    'teaser/read-more',
    'teaser',
    40,
    /^[^\p{L}\p{N}]*(?:(?:also|must|further|more) (?:read(?:ing)?|watch|see)|read (?:also|more|next|now|related|this|here)|read|see (?:also|more|related|next|all)|watch(?: (?:also|more|next|now|this|video|the video|below|live|here))?|related(?: (?:stories|story|articles?|news|posts?|content|topics?|coverage|links?|reading|video|videos|read|items?))?|more (?:on this|from|about|stories|news|to read|coverage|like this|for you|in)|listen|explore|recommended|suggested(?: reading)?|don['’]?t miss|in case you missed it|icymi|up next|next up|you may (?:also )?like|baca juga|lihat juga|xem thêm|đọc thêm|leia (?:mais|também)|veja também|lea también|ver también|lire aussi|voir aussi|à lire aussi|lesen sie (?:auch|mehr)|mehr zum thema|leggi anche|читайте также|lees ook|okumaya devam|อ่านเพิ่มเติม|อ่านต่อ|相关阅读|延伸阅读|関連記事|관련 ?기사|اقرأ أيضا)\s*(?:[:：|>»→–—-]|\.{3}|…)\s?.{0,250}$/iu,
  ),
  rule(
    'teaser/heading',
    'teaser',
    9,
    /^[^\p{L}\p{N}]*(?:related(?: (?:stories|story|articles?|news|posts?|content|coverage|links?|topics?|items?|videos?|reads?|tags?))?|(?:most|more) (?:popular|read|viewed|commented|shared|recent|watched|discussed|emailed|stories|news|articles|headlines|posts|videos)(?: (?:stories|news|articles|posts|today|now|this week|in .{1,30}|from .{1,40}))?|more (?:from|on|in|about) .{1,60}|related (?:roundup|forum)s?\b.{0,60}|popular(?: (?:posts?|stories|news|articles|now|today|this week|tags))?|trending(?: (?:now|stories|news|topics|today|posts?|on .{1,30}))?|recommended(?: (?:for you|stories|articles|reading|videos|by .{1,20}|news))?|you (?:may|might|could) (?:also )?(?:like|be interested in|have missed|enjoy)(?: .{1,30})?|you['’]?ll also like|editor['’]?s?['’]? (?:picks?|choice)|(?:don['’]?t|do not) miss(?: .{1,20})?|latest(?: (?:news|stories|articles|posts?|headlines|videos?|updates?|from .{1,30}|in .{1,30}|on .{1,30}))?|recent (?:posts?|stories|news|articles|comments?)|top (?:stories|news|headlines|picks|videos|reads|posts?)|other (?:stories|news|articles|posts)|also (?:in|on) .{1,40}|also read|read (?:more|next|also|on)|see (?:also|more)|up next|watch (?:next|now|more|live)|what to read next|what['’]s (?:hot|new|next|trending)|from (?:around )?the web|(?:around|across) the web|from our (?:partners|sponsors|network|advertisers)|sponsored stories|must[- ]reads?|featured(?: (?:stories|news|posts?|articles|videos?))?|highlights|in (?:other|this|related) (?:news|section|series)|similar (?:stories|articles|news|posts)|next (?:in .{1,30}|article|story|read)|breaking news|news in pictures|just in|hot (?:news|topics)|spotlight|further reading|more like this|load more.{0,20}|keep reading|show more|view all.{0,20}|see all.{0,20}|berita (?:terkait|lainnya|terkini|terpopuler)|artikel (?:terkait|lainnya)|tin liên quan|tin khác|tin mới.{0,20}|notícias relacionadas|noticias relacionadas|artículos relacionados|articles? (?:similaires|liés|connexes)|à lire aussi|das könnte (?:sie|dich) (?:auch )?interessieren|статьи по теме|похожие (?:статьи|новости)|ข่าวที่เกี่ยวข้อง|相关新闻|相關新聞|相关文章|関連記事|추천 ?기사)[^\p{L}\p{N}]*$/iu,
    true,
  ),
  rule(
    'teaser/call',
    'teaser',
    14,
    /^[^\p{L}\p{N}]*(?:click here (?:for|to)|for more (?:on|from|stories|news|information|updates|details|about|such)\b|see more (?:stories|of|from)|view (?:more|all|full)|learn more|find out more|read (?:the )?(?:full|rest|more|all|our|latest|other)\b|check out (?:our|more|all|the latest|these)|get (?:the latest|more|all the)|catch (?:all|up)|discover more|see our|more (?:at|details|information)\b.{0,20}[:.]|visit our)/iu,
  ),

  rule('teaser/more-outlet', 'teaser', 6, /^More (?:\p{Lu}[\p{L}’'&.]*\s?){1,5}$/u, true),

  // Comments.
  rule(
    'comment/closed',
    'comment',
    12,
    /^[^\p{L}\p{N}]*(?:comments? (?:are|is|has been|have been|were|on this (?:article|story|post) (?:are|is))?\s*(?:closed|disabled|off|turned off|not allowed|moderated|loading)\b.{0,60}|no comments?(?: yet)?|there are no comments.{0,30}|be the first to comment.{0,40}|commenting is (?:closed|disabled).{0,30}|sorry, comments are closed.{0,40})$/iu,
    true,
  ),
  rule(
    'comment/form',
    'comment',
    30,
    /^[^\p{L}\p{N}]*(?:(?:leave|post|add|write|submit|cancel|make) (?:a |your |an? )?(?:reply|comment|response|feedback)\b.{0,60}|your e-?mail address will not be published.{0,80}|required fields are marked.{0,10}|(?:log|sign) ?in to (?:leave|post|comment|reply|join).{0,50}|you must be (?:logged|registered).{0,60}|save my name, e-?mail.{0,120}|(?:join|start) the (?:conversation|discussion).{0,50}|(?:show|view|see|read|load|hide)(?: all| more)? (?:\d+ )?comments?.{0,20}|comments? ?\(?\d*\)?|\d+ (?:comments?|responses?|thoughts?|replies)(?: (?:on|to) .{0,120})?|(?:have your say|what do you think\?|tell us (?:what|in the comments).{0,60}|let us know (?:what|in the comments|below).{0,80}|share your (?:thoughts|opinion|views?).{0,60}|sound off in.{0,40})|notify me of.{0,60}|this site uses akismet.{0,80}|please (?:enter|read our) (?:your )?(?:comment|name).{0,80}|(?:powered by )?disqus.{0,40}|please enable javascript to view the comments.{0,60}|discussion|reader comments|komentar|bình luận|comentários|comentarios|commentaires|kommentare|комментарии|评论|댓글|コメント|ความคิดเห็น)[^\p{L}\p{N}]*$/iu,
    true,
  ),

  rule(
    'comment/says',
    'comment',
    6,
    /^[\p{L}\p{N}_.@ -]{2,40} (?:says|said|writes|wrote|commented|replied|schreef|dice|dit|сказал)\s?:$/iu,
    true,
  ),
  rule(
    'comment/votes',
    'comment',
    8,
    /^(?:rating: \d+ votes?|(?:reply|report|upvote|downvote|flag|permalink|thumbs (?:up|down)|vote (?:up|down))(?: (?:reply|report|share|flag|\d+|comments?|link|abuse))*|(?:top|best|newest|oldest|most) (?:rated |liked )?comments?.{0,20})$/iu,
    true,
  ),
  rule(
    'comment/count',
    'comment',
    12,
    /^(?:permalink |\d+ )?(?:\d+ )comments? (?:feed|sort|add|on|back|show|view|read|post).{0,60}$/iu,
    true,
  ),

  // Rights.
  rule(
    'copyright/foot',
    'copyright',
    40,
    /^[^\p{L}\p{N}]*(?:©️?|\(c\)|copyright\b)\s*(?:©|\(c\))?.{0,80}(?:all rights reserved|(?:19|20)\d\d)/iu,
    true,
  ),
  rule(
    'copyright/content',
    'copyright',
    60,
    /^[^\p{L}\p{N}]*(?:©|\(c\)|copyrights?\b|©️|all (?:rights|contents?)\b.{0,60}\b(?:reserved|copyright)|all rights reserved|content is protected|error:? ?content is protected|(?:this )?(?:material|content|article|story|report|text) (?:may not|cannot|must not|is copyright|is subject to copyright|is protected|belongs)\b|no part of this|unauthori[sz]ed (?:use|reproduction)|reproduction (?:of|in whole|without)|(?:todos os |tous )?(?:direitos reservados|derechos reservados|droits réservés)|alle rechte vorbehalten|hak cipta|bản quyền|all contents and images|の無断転載|版权所有|版權所有|無断転載)/iu,
  ),
  rule('copyright/end', 'copyright', 30, /(?:all rights reserved|©\s?(?:19|20)\d\d)[\s.\w,&-]{0,50}$/iu),
  rule(
    'copyright/legal',
    'copyright',
    200,
    /^[*+†‡\s]*(?:the information (?:provided|contained|on|in) (?:on|in|this)\b.{0,30}\b(?:web ?site|site|blog)|these statements have not been|results (?:may )?vary|(?:this|the) (?:web ?site|site) is (?:not )?(?:intended|for)|.{0,300}\b(?:registered )?trademarks? of\b|quotes (?:displayed|delayed)|market data provided|stock quotes|data (?:is )?(?:delayed|provided by)|legal (?:statement|notice))/iu,
  ),
  rule(
    'copyright/protected',
    'copyright',
    8,
    /^[^\p{L}\p{N}]*(?:error|alert|warning)?[^\p{L}\p{N}]*content is protected\b/iu,
  ),

  // Corrections are provenance, not story.
  rule(
    'correction/note',
    'correction',
    120,
    /^[\s([*_–—-]*(?:corrections?|clarifications?|editor['’]?s?['’]? ?notes?|(?:this|the) (?:article|story|post|report|headline|version)\b.{0,60}\b(?:has been|was|have been) (?:updated|corrected|amended|revised|edited|changed)|an earlier version of this|a previous version of this|updates?d? with)\b\s*(?:[:：(–—.-]|to\b|of\b|with\b|on\b|at\b|since\b|in\b|this\b|article\b|story\b|incorrectly\b|mis)/iu,
  ),

  // Bylines and dates.
  rule(
    'byline/by',
    'byline',
    14,
    new RegExp(
      `^[\\s|•–—-]*${anyCase('(?:(?:written |posted |published |story |words |report |text |reported )?by|por|par|von|oleh|penulis|автор|tác giả|theo|作者|記者|记者)')}\\s*:?\\s+(?:the )?[\\p{Lu}\\p{Lo}@][\\p{L}.'’@-]*(?:[\\s,|•&/–—-]+(?:and|of|for|in|the|de|van|von|bin|binti|al|y|et|und|da|di|dos|with|at|on|[\\p{Lu}\\p{Lo}\\d][\\p{L}\\d.'’@:,/-]*)){0,13}[\\s|•–—-]*$`,
      'u',
    ),
  ),
  rule('byline/by-low', 'byline', 6, /^(?:by|posted by|written by|published by|author:?) [\w.@ -]{2,40}$/iu),
  rule(
    'byline/staff',
    'byline',
    8,
    /^[^\p{L}\p{N}]*(?:(?:our|special|staff|senior|news|political|diplomatic|chief|web|online|foreign|international|business)\s+)*(?:correspondents?|staff(?: writers?| reporters?| report)?|reporters?|bureau|news desk|newsdesk|desk|web desk|editorial board|editor|columnist|contributor|guest (?:writer|author|column))(?:\s+(?:in|at|–|-)\s+\p{L}+)?[^\p{L}\p{N}]*$/iu,
  ),
  rule('date/stamp', 'date', 20, DATE_LINE),
  rule(
    'date/label',
    'date',
    16,
    /^[^\p{L}\p{N}]*(?:(?:last |first |originally )?(?:updated?|published?|posted?|modified|created|edited|reviewed|released|issued|uploaded)(?: (?:on|at|date|time|by .{1,30}))?|publish(?:ed)? date|date|time|publicado(?: em)?|atualizado|actualizado|publié|veröffentlicht|cập nhật|diterbitkan|дата|опубликовано|обновлено|发布时间|發布時間|入力|수정|เผยแพร่)\s*[:：|–-]?\s*.{0,16}\b(?:\d{1,4}|today|yesterday|(?:an? )?(?:hour|minute|day|week|month)s? ago|mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/iu,
  ),
  rule(
    'date/ago',
    'date',
    6,
    /^[^\p{L}\p{N}]*(?:about |over |almost )?(?:an?|\d+|one|two|three|few)\s?(?:s|sec|second|m|min|minute|h|hr|hour|d|day|w|wk|week|mo|month|y|yr|year)s?\.? ago[^\p{L}\p{N}]*$/iu,
  ),

  // Navigation and the page's own voice.
  rule(
    'nav/skip',
    'nav',
    8,
    /^[^\p{L}\p{N}]*(?:skip to .{1,30}|jump to .{1,20}|back to (?:top|home|.{1,20})|go to (?:top|home.{0,10})|scroll to top|return to (?:top|homepage).{0,10}|toggle (?:navigation|menu|search|sidebar).{0,10}|(?:main |primary |open |close |mobile )?(?:menu|navigation)|search(?: for)?(?: .{0,20})?|no results?(?: found)?|view all results?|home|log ?in|log ?out|sign ?(?:in|up|out)|register|my account|subscribe(?: now)?|newsletters?|sitemap|contact(?: us)?|about(?: us)?|advertise(?: with us)?|privacy(?: policy)?|terms(?: of (?:use|service))?(?: and conditions)?|cookie(?:s| policy| settings)?|disclaimer|careers|faqs?|help|rss(?: feeds?)?|e-?paper|archives?|submit|close|open|next|previous|prev|older|newer|more|less|show|hide|expand|collapse|continue|ok|cancel|accept(?: all)?|dismiss|english|edition|select .{1,20}|choose .{1,20})[^\p{L}\p{N}]*$/iu,
  ),
  rule(
    'nav/adjacent',
    'nav',
    30,
    /^[^\p{L}\p{N}]*(?:(?:previous|next|older|newer|prev) (?:post|article|story|page|entry|entries|news|posts?)\b.{0,200}|post navigation|continue reading|(?:«|»|←|→|‹|›).{0,160}|.{0,160}(?:»|→|›))$/iu,
    true,
  ),
  rule(
    'nav/tags',
    'nav',
    60,
    /^[^\p{L}\p{N}]*(?:tags?|topics?|topic tags|keywords?|labels?|filed (?:under|in)|file under|posted (?:in|under)|categor(?:y|ies)|categorized (?:in|under)|tagged(?: with| as)?|in this (?:article|story)|more (?:on|about)|section|related (?:tags|topics)|hashtags?|từ khóa|tagar|etiquetas|temas|schlagwörter|теги|标签|關鍵字|태그|แท็ก)\s*[:：|#–-]\s?.{0,300}$/iu,
    true,
  ),
  rule(
    'nav/tags-bare',
    'nav',
    3,
    /^[^\p{L}\p{N}]*(?:tags?|topics|keywords|filed under|categories|posted in)[^\p{L}\p{N}]*$/iu,
    true,
  ),
  rule('nav/in-section', 'nav', 5, /^in\s+(?:[A-Z][\p{L}&-]*)(?:[\s,&]+[A-Z][\p{L}&-]*){0,3}$/u),
  rule(
    'nav/breadcrumb',
    'nav',
    22,
    /^(?:you are here:?\s*)?(?:home|beranda|trang chủ|inicio|início|accueil|startseite|главная|首页|首頁)\b\s*(?:[>»›/|→·•–-].{0,160}|[A-Z][\w&]*(?: [A-Z][\w&]*){0,4})$/iu,
  ),
  rule(
    'nav/menu-row',
    'nav',
    40,
    /^(?:[\p{Lu}\p{N}][\p{L}\p{N}&'’ -]{1,24}\s*[|•·/»›]\s*){3,}[\p{L}\p{N}&'’ -]{0,24}$/u,
  ),
  rule('nav/weather', 'nav', 8, /^[\p{L} ,.']{0,30}[-−]?\d{1,3}(?:\.\d)?\s?°\s?[cf]?\b.{0,30}$/iu),
  rule('nav/hashtags', 'nav', 30, /^(?:#[\p{L}\p{N}_]+[\s,]*){1,30}$/u),

  // Calls to sign up, cookies, scripts.
  rule(
    'other/newsletter',
    'other',
    80,
    /^[^\p{L}\p{N}]*(?:(?:please )?(?:sign up|subscribe|register|enter your e-?mail|click here to (?:subscribe|sign)|get (?:our|the|all|breaking|daily|news|email|unlimited|full access)|receive (?:our|the|breaking|daily)|join (?:our|the|now|thousands|\d)|never miss|want (?:more|to (?:read|get|support|stay))|enjoying|like what you|(?:be|stay) (?:informed|updated|up to date|ahead)|already (?:a |have )|log in to|download (?:our|the)|install (?:our|the)|(?:our|the|a|your|free|daily|weekly|morning) (?:\p{L}+ )?newsletter|thank you for (?:reading|subscribing|signing)|thanks for (?:reading|signing|subscribing)|start your (?:free|day)|try (?:it )?(?:free|for)|support (?:our|independent|quality|local)|donate|become a (?:member|subscriber|patron|supporter)|(?:this|your) (?:article is (?:for|reserved|free)|subscription|free articles?)|(?:to )?continue reading|by (?:signing up|submitting|subscribing|providing|clicking|registering|entering)|you (?:can|may) unsubscribe|you have (?:reached|read|\d+)|(?:unlock|limited time) ))(?=.{0,200}\b(?:newsletters?|sign(?:ing|ed)? (?:up|in)|subscri\p{L}*|inbox|e-?mails?|alerts?|app|apps|free|access|membership|member|members|account|updates?|notifications?|donat\p{L}*|support|trial|terms|privacy|bulletin|headlines?|articles?|today|join|journalism|story|stories|log in|reading)\b).{0,500}$/iu,
  ),
  rule(
    'other/subscribed',
    'other',
    40,
    /^(?:please,? |you (?:have|are|will)|an? (?:e-?mail|confirmation)|your subscription|subscribe|we (?:have|will)|check your|success)\b.{0,120}\b(?:subscri\p{L}*|newsletters?|activation|inbox|mailing list|confirmation|e-?mail address)\b.{0,160}$/iu,
  ),
  rule(
    'other/page-voice',
    'other',
    60,
    /^[^\p{L}\p{N}]*(?:(?:this|our) (?:site|website|page|web site) (?:uses|is using|requires|is protected|may earn)|we (?:use|and our partners use) cookies|by continuing to (?:use|browse)|(?:please )?(?:enable|turn on) (?:javascript|cookies)|(?:your|this) browser (?:does|is)|javascript (?:is|must)|you need to enable|an error (?:has )?occurred|error:|page not found|404|(?:we|this (?:post|article|page|story)) (?:may|might) (?:earn|receive|contain|include)[\s\w]{0,40}(?:commission|affiliate)|(?:disclosure|disclaimer)\s*:|if you (?:buy|purchase|click).{0,60}(?:commission|link)|when you (?:buy|purchase).{0,60}(?:commission|link)|(?:have|got) (?:a|any) (?:tip|story|news|question|confidential tip|correction)\b.{0,60}(?:\?|email|contact|call|send|let us)|(?:send|email|e-mail) (?:us|your|tips|news|comments)\b|contact us at|for (?:media |press )?(?:inquiries|enquiries|questions|comments)|note: ?only a member|(?:this )?article is (?:from|part of)|automatic translation|translated by google|listen to this|audio by|this audio is|text to speech|(?:video|audio|image) (?:unavailable|not available|loading)|sorry, (?:this|your|the)|loading\.{0,3}$|please wait|processing\b|view in browser|unfortunately,? your browser)/iu,
  ),
];

/** The first rule that fits, or null. `words` is the line's word count. */
export function findFurniture(text: string, words: number): FurnitureRule | null {
  if (text.length > 1500) return null;
  const lower = text.toLowerCase();
  for (const entry of FURNITURE) {
    if (words <= entry.words && entry.test.test(entry.anyCase ? lower : text)) return entry;
  }
  return null;
}
