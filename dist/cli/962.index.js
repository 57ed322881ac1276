module.exports=require("../main/962.index.js");
