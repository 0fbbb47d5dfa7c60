import { defineHastPlugin, type PluginFactoryContext } from 'satteri';
import { isEnglishText } from '../domain/site/contentPages.ts';
import { wrapped } from './wrapped.ts';

const CHINESE = /\p{Script=Han}(?:[\p{Script=Han}\d〔〕、，（）]*[\p{Script=Han}〕）])?/gu;

/** Whether a file is a text in English of `content/pages`. */
const isEnglish = (url: URL | undefined): boolean =>
  isEnglishText(/\/pages\/([^/]+)\.mdx$/u.exec(url?.pathname ?? '')?.[1] ?? '');

/**
 * A Markdown plugin that says of Chinese words in a text in English that they are Chinese, so that they are read aloud
 * and drawn as such; for other texts it does nothing.
 */
export function contentLanguage() {
  return ({ fileURL }: PluginFactoryContext) =>
    isEnglish(fileURL)
      ? defineHastPlugin({
          name: 'content-language',
          text(node, context) {
            const parent = context.parent(node);
            if (parent?.type === 'element' && parent.properties['lang'] !== undefined) return;
            return wrapped(node.value, CHINESE, () => ({ tagName: 'span', properties: { lang: 'zh-CN' } }));
          },
        })
      : null;
}
